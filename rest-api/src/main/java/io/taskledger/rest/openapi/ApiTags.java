package io.taskledger.rest.openapi;

import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the operations are grouped by, in the order in which the page shows the groups. Each operation has one of them. */
@Component
class ApiTags implements GlobalOpenApiCustomizer {

    private static final List<Tag> TAGS = List.of(
            tag("Sign-in", "Accounts are made, sessions begin and end, forgotten passwords are replaced."),
            tag("Account", "Who one is, and how one finds others."),
            tag("Sessions", "Where one is signed in, and how one ends that."),
            tag("Personal tokens", "How programs act for one, no further than one lets them."),
            tag("Tasks", "What is to be done: created, found, changed one by one or many at once, counted."),
            tag("Tags", "Words by which tasks are found again."),
            tag("Sharing", "Who else may see or change a task."),
            tag("Comments", "What is said about a task."),
            tag("Files", "What is attached to a task."),
            tag("Reminders", "When one wants to be told of a task; each person has their own."),
            tag("Trash", "What was deleted, until it is restored or gone for good."),
            tag(
                    "History",
                    "What was done is taken back and done again; who set what, and what differs between two moments."),
            tag("Activity", "What was done, by whom and when."),
            tag("Imports", "Files of other products become tasks."),
            tag("Workspaces", "Where tasks stand: one's own, and those of teams."),
            tag("Lists", "The parts of a workspace, in their order."),
            tag("Members", "Who belongs to a workspace, and what they may do there."),
            tag("Invitations", "How people come into a workspace."),
            tag("Notifications", "Which mails one gets, and when none; what one is told on the screen."),
            tag(
                    "Projections",
                    "The read models: how they stand, and how they are made anew. For admins of the instance."),
            tag("Status", "Signs of life, for everybody."));

    @Override
    public void customise(OpenAPI document) {
        var used = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .collect(Collectors.toSet());
        document.setTags(
                TAGS.stream().filter(tag -> used.contains(tag.getName())).toList());
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
