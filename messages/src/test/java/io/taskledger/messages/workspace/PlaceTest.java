package io.taskledger.messages.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.taskledger.messages.task.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlaceTest {

    private static final Optional<Place> NONE = Optional.empty();

    @ParameterizedTest
    @CsvSource({"A, B", "A, A1", "A, A01", "1, 2", "0Z, 1", "AZ, B", "AZZZ, B", "A, AZ", "00000000Z, 00000001Z", "Z, ZZ"
    })
    void between_two_there_is_another(String before, String after) {
        var low = new Place(before);
        var high = new Place(after);

        assertThat(Place.between(Optional.of(low), Optional.of(high)))
                .hasValueSatisfying(
                        middle -> assertThat(middle).isGreaterThan(low).isLessThan(high));
    }

    /** Whatever was put wherever: the law on 2,000 places that came to be by chance, always the same ones. */
    @Test
    void wherever_one_is_put_it_stands_between_its_neighbours() {
        var chance = new Random(20260301);
        var places = new ArrayList<Place>();
        for (var n = 0; n < 2_000; n++) {
            var at = chance.nextInt(places.size() + 1);
            var before = at == 0 ? NONE : Optional.of(places.get(at - 1));
            var after = at == places.size() ? NONE : Optional.of(places.get(at));

            places.add(at, Place.between(before, after).orElseThrow());
        }

        assertThat(places).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void at_least_500_go_into_one_gap_and_then_it_is_used_up(boolean upwards) {
        var low = Optional.of(new Place("A"));
        var high = Optional.of(new Place("B"));
        var put = 0;
        for (var next = Place.between(low, high); next.isPresent(); next = Place.between(low, high)) {
            assertThat(next.get()).isBetween(new Place("A"), new Place("B"));
            low = upwards ? next : low;
            high = upwards ? high : next;
            put++;
        }

        assertThat(put).isBetween(500, 5 * Place.LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"B, A", "A, A"})
    void between_two_that_stand_the_wrong_way_round_there_is_nothing(String before, String after) {
        assertThat(Place.between(Optional.of(new Place(before)), Optional.of(new Place(after))))
                .isEmpty();
    }

    @Test
    void there_is_always_one_above_all_and_one_below_all() {
        var only = Place.between(NONE, NONE).orElseThrow();

        assertThat(Place.between(NONE, Optional.of(only)).orElseThrow()).isLessThan(only);
        assertThat(Place.between(Optional.of(only), NONE).orElseThrow()).isGreaterThan(only);
    }

    @Test
    void those_placed_by_age_stand_in_the_order_they_were_made() {
        var places = IntStream.range(0, 1_000)
                .mapToObj(_ -> Place.ofAge(TaskId.next().text()))
                .toList();

        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(Place.ofAge("task-01JZ0000000000000000000010")).hasToString("01JZ0000000000000000000010G");
    }

    @Test
    void numbered_ones_stand_in_their_order_before_those_placed_by_age() {
        var numbered = LongStream.of(0, 1, 31, 32, 33, 1_023, 1_024, 1_073_741_823L)
                .mapToObj(Place::numbered)
                .toList();

        assertThat(numbered).isSorted().doesNotHaveDuplicates();
        assertThat(numbered.getLast()).isLessThan(Place.ofAge(TaskId.next().text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "A0", "a", "I", "A B", "ä"})
    void another_text_is_no_place(String text) {
        assertThat(Place.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Place(text));
    }

    @Test
    void a_place_has_200_digits_at_most() {
        assertThat(List.of("A".repeat(200), "A".repeat(201)).stream()
                        .map(Place::parse)
                        .map(Optional::isPresent))
                .containsExactly(true, false);
    }
}
