package io.taskledger.automation.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.task.Priority;

/** The demo board: a plausible week of somebody who moves house and plans a launch. */
final class SampleTasks {

    private SampleTasks() {}

    /** @param today the day that due dates are counted from */
    static List<SampleTask> all(LocalDate today) {
        return List.of(
                SampleTask.of(1, "welcome", "Welcome! Open me to see my history", "start here")
                        .text("""
                                Every change is kept as an **event**; nothing is ever overwritten.

                                - Open the *History* tab beside these words: it tells who changed what, and when.
                                - Type into the row above the list and press Enter: that is a task.
                                - Press `/` to search, `?` for all shortcuts.
                                - Open this page in a second window: what you do in one shows in the other.""")
                        .matters(Priority.HIGH)
                        .due(today)
                        .then(edit -> edit.title("Welcome! Open me and look at my history")),
                SampleTask.of(2, "rent", "Pay the first rent", "home", "money")
                        .matters(Priority.HIGH)
                        .due(today.minusDays(2))
                        .then(edit -> edit.priority(Priority.MEDIUM))
                        .then(edit -> edit.priority(Priority.HIGH)),
                SampleTask.of(3, "keys", "Fetch the keys from the agency", "home")
                        .text("Ask for the cellar key as well. Office hours: 9 to 12.")
                        .due(today)
                        .at(LocalTime.of(11, 30)),
                SampleTask.of(4, "van", "Book the moving van", "home", "phone")
                        .text(
                                "Two offers so far:\n\n1. Nordlicht: 180 a day, with a trolley\n2. Cargo Cats: 150, without")
                        .matters(Priority.HIGH)
                        .due(today.plusDays(1))
                        .then(edit -> edit.dueDate(today.plusDays(2)))
                        .then(edit -> edit.dueDate(today.plusDays(1))),
                SampleTask.of(5, "boxes", "Pack the kitchen", "home").due(today.plusDays(4)),
                SampleTask.of(6, "meter", "Read the electricity meter", "home", "money")
                        .due(today.minusDays(1))
                        .done(),
                SampleTask.of(
                                7,
                                "address",
                                "Tell the bank, the insurance and Oma about the new address",
                                "home",
                                "phone")
                        .due(today.plusDays(6)),
                SampleTask.of(8, "notes", "Write the release notes", "launch", "writing")
                        .text("Short. What changes for people, not what changed in the code.")
                        .due(today.plusDays(2))
                        .at(LocalTime.of(16, 0)),
                SampleTask.of(9, "pricing", "Decide about the prices", "launch", "money")
                        .matters(Priority.HIGH)
                        .due(today.plusDays(3)),
                SampleTask.of(10, "shots", "New screenshots for the website", "launch")
                        .due(today.plusDays(5)),
                SampleTask.of(11, "invite", "Invite the beta testers", "launch", "phone")
                        .due(today.minusDays(3))
                        .done(),
                SampleTask.of(12, "book", "Read \"Thinking in Systems\"", "someday")
                        .matters(Priority.LOW),
                SampleTask.of(13, "bike", "Repair the bicycle", "someday", "home")
                        .matters(Priority.LOW)
                        .due(today.plusDays(12)),
                SampleTask.of(14, "party", "Housewarming party: whom to ask?", "home", "someday")
                        .due(today.plusDays(20))
                        .text("Everybody who carried a box."));
    }
}
