package io.taskledger.query.rebuild;

/** Lets threads do numbered things one at a time, in the order of the numbers: 0, 1, … */
final class Turns {

    private long next;
    private boolean over;

    /**
     * Waits for its turn.
     *
     * @throws InterruptedException where the thread is asked to end meanwhile, since another one failed
     */
    synchronized void take(long number, Runnable work) throws InterruptedException {
        while (next != number) {
            if (over) {
                throw new InterruptedException("a turn before this one will not come");
            }
            wait();
        }
        work.run();
        next++;
        notifyAll();
    }

    /** Nobody need wait any more: somebody who failed will not take their turn. */
    synchronized void end() {
        over = true;
        notifyAll();
    }
}
