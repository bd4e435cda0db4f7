package io.taskledger.rest;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The whole REST API. Needs beans of the application: the two gateways, {@link RestSettings},
 * {@link io.taskledger.rest.status.Heartbeat}, a {@link java.time.Clock}, and the security module's interfaces.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class RestConfiguration {}
