package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.task.TaskEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Follows a task's events to the ones that its fields have their values from. */
final class Blame {

    private final FieldTelling telling;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** @param before what there was until then; null where the field began with this */
    private record Setting(
            @Nullable Object value,
            DomainEventMessage<?> by,
            @Nullable Setting before) {

        /** No longer a chain than is told. */
        Setting alone() {
            return new Setting(value, by, null);
        }
    }

    Blame(FieldTelling telling) {
        this.telling = telling;
    }

    void follow(DomainEventMessage<?> message) {
        for (var setting : Undoable.by((TaskEvent) message.getPayload())) {
            if (setting.part() instanceof Field && setting.part() != Field.IN_TRASH) {
                telling.values(setting.part(), setting.value()).forEach((field, value) -> set(field, value, message));
            }
        }
    }

    private void set(String field, @Nullable Object value, DomainEventMessage<?> by) {
        var before = settings.get(field);
        if (before == null || !Objects.equals(before.value(), value)) {
            settings.put(field, new Setting(value, by, before == null ? null : before.alone()));
        }
    }

    /** What set the fields, and what set them before. */
    List<DomainEventMessage<?>> deeds() {
        var all = new ArrayList<DomainEventMessage<?>>();
        for (var setting : settings.values()) {
            all.add(setting.by());
            if (setting.before() != null) {
                all.add(setting.before().by());
            }
        }
        return all;
    }

    List<FieldBlame> told(Function<DomainEventMessage<?>, Deed> deeds) {
        return settings.entrySet().stream()
                .map(one -> {
                    var setting = one.getValue();
                    var before = setting.before();
                    return new FieldBlame(
                            one.getKey(),
                            setting.value(),
                            deeds.apply(setting.by()),
                            before == null ? null : before.value(),
                            before == null ? null : deeds.apply(before.by()));
                })
                .toList();
    }
}
