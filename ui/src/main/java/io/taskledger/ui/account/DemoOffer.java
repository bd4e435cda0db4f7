package io.taskledger.ui.account;

/** An account that anybody may try: shown on the sign-in page where such a bean is. */
public interface DemoOffer {

    String username();

    String password();
}
