package io.taskledger.security.limit;

/** Counts what is limited. Asked by what lets requests in, once a request is known to be a fit one, and before it is done. */
public interface RateLimits {

    /** Nothing is counted. */
    RateLimits NONE = (limit, whose) -> {};

    /**
     * Counts one more.
     *
     * @param whose the address or id that it is counted by
     * @throws RateLimited where it is one too many; then it is not counted
     * @throws org.springframework.dao.DataAccessResourceFailureException where the database does not answer
     */
    void take(RateLimit limit, String whose);
}
