package io.taskledger.ui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything that this module brings: import it, and give it Axon's gateways and the beans of {@code security}.
 *
 * <p>Optional beans: {@link io.taskledger.ui.account.DemoOffer}, {@link java.time.Clock}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableVaadin("io.taskledger.ui")
public class UiModule {}
