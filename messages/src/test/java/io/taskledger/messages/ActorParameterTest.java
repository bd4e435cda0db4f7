package io.taskledger.messages;

import java.util.Map;
import java.util.ServiceLoader;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActorParameterTest {

    private static final UserId ANN = new UserId("user-01JZ0000000000000000000001");

    private final ActorParameter parameter = new ActorParameter();

    @Test
    void a_handler_is_given_who_asks_and_through_what() {
        var message = message(Map.of("actor", ANN.text(), "via", "command_line"));

        assertThat(parameter.matches(message)).isTrue();
        assertThat(parameter.resolveParameterValue(message)).isEqualTo(new Actor(ANN, Via.COMMAND_LINE));
    }

    @Test
    void nobody_is_no_actor() {
        assertThat(parameter.matches(message(Map.of()))).isFalse();
        assertThat(parameter.matches(message(Map.of("actor", ANN.text())))).isFalse();
        assertThat(parameter.matches(message(Map.of("via", "rest")))).isFalse();
        assertThat(parameter.matches(message(Map.of("actor", 1, "via", "rest"))))
                .isFalse();
    }

    @Test
    void only_parameters_of_its_type_are_filled() throws NoSuchMethodException {
        var method = Handler.class.getDeclaredMethod("handle", String.class, Actor.class);

        assertThat(parameter.createInstance(method, method.getParameters(), 0)).isNull();
        assertThat(parameter.createInstance(method, method.getParameters(), 1)).isSameAs(parameter);
    }

    @Test
    void axon_finds_it_by_itself() {
        assertThat(ServiceLoader.load(ParameterResolverFactory.class)).hasAtLeastOneElementOfType(ActorParameter.class);
    }

    private static Message<?> message(Map<String, ?> metaData) {
        return new GenericMessage<>("payload", metaData);
    }

    private interface Handler {
        void handle(String payload, Actor actor);
    }
}
