package io.taskledger.ui.parts;

/** The end of a list that goes on: a button that is pressed by itself shortly before it comes into sight. */
public final class MoreInSight {

    private static final String CLICK = """
            new IntersectionObserver(
                seen => seen.some(one => one.isIntersecting) && this.click(),
                {root: this.closest($0), rootMargin: '1200px'})
              .observe(this)""";

    private MoreInSight() {}

    /** @param scrolling CSS selector of what is scrolled */
    public static Push of(String label, String testId, String scrolling, Runnable more) {
        var button = Push.labelled(label, testId, _ -> more.run());
        button.addClassName("list-more");
        button.getElement().executeJs(CLICK, scrolling);
        return button;
    }
}
