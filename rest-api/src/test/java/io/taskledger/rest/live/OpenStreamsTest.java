package io.taskledger.rest.live;

import java.time.Duration;
import java.util.stream.IntStream;

import io.taskledger.messages.UserId;
import io.taskledger.rest.problem.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class OpenStreamsTest {

    private static final UserId ANN = UserId.next();
    private static final UserId BOB = UserId.next();

    private final OpenStreams streams = new OpenStreams();

    @Test
    void nobody_listens_more_than_eight_times_at_once() {
        IntStream.range(0, 8).forEach(_ -> streams.enter(ANN));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> streams.enter(ANN));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> streams.enter(ANN));
        assertThatNoException().isThrownBy(() -> streams.enter(BOB));

        streams.leave(ANN);
        assertThatNoException().isThrownBy(() -> streams.enter(ANN));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> streams.enter(ANN));
    }

    @Test
    void who_may_be_gone_is_asked_sooner_where_their_place_is_wanted() {
        IntStream.range(0, 8).forEach(_ -> streams.enter(ANN));
        assertThat(streams.heartbeat(ANN)).hasSeconds(15);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> streams.enter(ANN));

        assertThat(streams.heartbeat(ANN)).isLessThan(Duration.ofSeconds(1));
        assertThat(streams.heartbeat(BOB)).hasSeconds(15);

        IntStream.range(0, 8).forEach(_ -> streams.leave(ANN));
        assertThat(streams.heartbeat(ANN)).hasSeconds(15);
    }

    @Test
    void a_node_that_takes_no_more_traffic_is_stopping() {
        streams.on(new AvailabilityChangeEvent<>(this, LivenessState.BROKEN));
        assertThat(streams.isStopping()).isFalse();

        streams.on(new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));
        assertThat(streams.isStopping()).isTrue();
    }
}
