package io.taskledger.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

import static io.taskledger.messages.MetadataKeys.ACTION_ID;
import static io.taskledger.messages.MetadataKeys.ACTOR;
import static io.taskledger.messages.MetadataKeys.CAUSATION_ID;
import static io.taskledger.messages.MetadataKeys.CORRELATION_ID;
import static io.taskledger.messages.MetadataKeys.VIA;
import static org.assertj.core.api.Assertions.assertThat;

class ActorOnMessagesTest {

    private static final UserId ANN = UserId.next();
    private static final UserId EVE = UserId.next();

    private final List<Message<?>> handled = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();

    ActorOnMessagesTest() {
        bus.registerDispatchInterceptor(new ActorInterceptor());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new ActorCorrelation()));
        bus.subscribe(String.class.getName(), this::record);
        bus.subscribe(Integer.class.getName(), message -> {
            record(message);
            return commands.sendAndWait("led to by a number");
        });
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_command_says_who_acts_through_what_and_in_which_action() {
        Acting.as(new Actor(ANN, Via.IMPORT), () -> commands.sendAndWait("do"));

        assertThat(metadata(0)).containsEntry(ACTOR, ANN.text()).containsEntry(VIA, "import");
        assertThat((String) metadata(0).get(ACTION_ID)).startsWith("action-");
    }

    @Test
    void the_signed_in_person_of_the_request_acts() {
        SecurityContextHolder.getContext().setAuthentication(Sessioned.as(ANN));

        commands.sendAndWait("do");

        assertThat(metadata(0)).containsEntry(ACTOR, ANN.text()).containsEntry(VIA, "rest");
    }

    @Test
    void nobody_speaks_as_another() {
        var forged = new GenericCommandMessage<>("do", Map.of(ACTOR, EVE.text(), VIA, "system"));

        Acting.as(new Actor(ANN, Via.REST), () -> commands.sendAndWait(forged));

        assertThat(metadata(0)).containsEntry(ACTOR, ANN.text()).containsEntry(VIA, "rest");
    }

    @Test
    void the_system_says_itself_whom_it_works_for() {
        commands.sendAndWait(new GenericCommandMessage<>("do", Map.of(ACTOR, ANN.text(), VIA, "import")));
        commands.sendAndWait("do");

        assertThat(metadata(0)).containsEntry(ACTOR, ANN.text()).containsEntry(VIA, "import");
        assertThat(metadata(1)).doesNotContainKey(ACTOR).containsEntry(VIA, "system");
    }

    @Test
    void an_action_of_several_commands_keeps_its_id() {
        commands.sendAndWait(new GenericCommandMessage<>("do", Map.of(ACTION_ID, "action-of-many")));

        assertThat(metadata(0)).containsEntry(ACTION_ID, "action-of-many");
    }

    @Test
    void a_query_says_who_asks_but_is_no_action() {
        var queries = SimpleQueryBus.builder().build();
        queries.registerDispatchInterceptor(new ActorInterceptor());
        queries.subscribe("who", String.class, this::record);

        Acting.as(
                new Actor(ANN, Via.REST),
                () -> queries.query(new GenericQueryMessage<>("who", "who", ResponseTypes.instanceOf(String.class)))
                        .join());

        assertThat(metadata(0)).containsEntry(ACTOR, ANN.text()).doesNotContainKey(ACTION_ID);
    }

    @Test
    void what_a_command_leads_to_carries_who_began_it_and_what_came_before() {
        Acting.as(new Actor(ANN, Via.REST), () -> commands.sendAndWait(1));

        var first = handled.get(0);
        assertThat(metadata(1))
                .containsEntry(ACTOR, ANN.text())
                .containsEntry(VIA, "rest")
                .containsEntry(ACTION_ID, first.getMetaData().get(ACTION_ID))
                .containsEntry(CORRELATION_ID, first.getIdentifier())
                .containsEntry(CAUSATION_ID, first.getIdentifier());
    }

    @Test
    void the_first_message_of_a_chain_is_remembered_to_its_end() {
        var third = new GenericMessage<>(
                "third", Map.of(CORRELATION_ID, "first", CAUSATION_ID, "second", MetadataKeys.AWAIT_POSITION, 7));

        assertThat(new ActorCorrelation().correlationDataFor(third))
                .isEqualTo(Map.of(CORRELATION_ID, "first", CAUSATION_ID, third.getIdentifier()));
    }

    private MetaData metadata(int index) {
        return handled.get(index).getMetaData();
    }

    private String record(Message<?> message) {
        handled.add(message);
        return message instanceof CommandMessage ? "done" : "answer";
    }
}
