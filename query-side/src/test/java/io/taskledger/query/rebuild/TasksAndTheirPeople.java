package io.taskledger.query.rebuild;

import java.util.List;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves out the projections that tell and count: each would take its time at every start of a node. */
@Configuration(proxyBeanMethods = false)
class TasksAndTheirPeople {

    private static final List<String> OTHERS = List.of("activitiesReadModel", "versionsReadModel", "figuresReadModel");

    @Bean
    static BeanDefinitionRegistryPostProcessor withoutOthers() {
        return registry -> OTHERS.forEach(registry::removeBeanDefinition);
    }
}
