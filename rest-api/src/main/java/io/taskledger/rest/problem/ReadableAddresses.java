package io.taskledger.rest.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets an escaped percent sign through, since a tag may have one ({@code /tags/100%25}). Each part of an address is decoded
 * once here, so what is escaped twice stays a text. All else that the firewall refuses it refuses still.
 */
@Configuration(proxyBeanMethods = false)
class ReadableAddresses {

    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }
}
