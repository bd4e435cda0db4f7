package io.taskledger.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.taskledger.exchange.ReadingRoom.Seat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingRoomTest {

    private static final int SIZE = 100;

    private final ReadingRoom room = new ReadingRoom(SIZE);

    private Seat seat(int bytes) {
        return room.seat(new ByteArrayInputStream(new byte[bytes]));
    }

    @Test
    void the_largest_file_has_room_alone_one_after_the_other() throws IOException {
        for (var time = 0; time < 3; time++) {
            try (var seat = seat(SIZE)) {
                assertThat(seat.readAllBytes()).hasSize(SIZE);
            }
        }
    }

    @Test
    void who_finds_no_room_is_turned_away_and_leaves_its_own_to_the_others() throws IOException {
        try (var first = seat(SIZE - 10)) {
            first.readNBytes(SIZE - 20);
            try (var second = seat(SIZE)) {
                assertThatThrownBy(second::readAllBytes).isInstanceOf(ImportsBusy.class);
            }
            assertThat(first.readAllBytes()).hasSize(10);
        }
        try (var third = seat(SIZE)) {
            assertThat(third.readAllBytes()).hasSize(SIZE);
        }
    }

    @Test
    void small_files_have_it_together() throws IOException {
        try (var one = seat(SIZE / 2);
                var other = seat(SIZE / 2)) {
            assertThat(one.readAllBytes()).hasSize(SIZE / 2);
            assertThat(other.readAllBytes()).hasSize(SIZE / 2);
        }
    }
}
