package io.taskledger.messages.workspace;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;

class WorkspaceCommandTest {

    private static final WorkspaceId TEAM = WorkspaceId.next();
    private static final ListId LIST = ListId.next();

    @Test
    void a_name_loses_the_blanks_around_it() {
        assertThat(new CreateWorkspace(TEAM, " Orchard\n").name()).isEqualTo("Orchard");
        assertThat(new AddList(TEAM, LIST, "\tDoing ", new Place("G")).name()).isEqualTo("Doing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u2003"})
    void a_workspace_and_a_list_have_a_name(String name) {
        var missing = new FieldProblem("name", Kind.MISSING, 1);

        assertThat(problems(() -> new CreateWorkspace(TEAM, name))).containsExactly(missing);
        assertThat(problems(() -> new RenameWorkspace(TEAM, name))).containsExactly(missing);
        assertThat(problems(() -> new AddList(TEAM, LIST, name, new Place("G"))))
                .containsExactly(missing);
        assertThat(problems(() -> new RenameList(TEAM, LIST, name))).containsExactly(missing);
    }

    @Test
    void a_name_has_at_most_100_characters_that_can_be_stored() {
        assertThat(problems(() -> new RenameWorkspace(TEAM, "🌱".repeat(100)))).isEmpty();
        assertThat(problems(() -> new RenameWorkspace(TEAM, "x".repeat(101))))
                .containsExactly(new FieldProblem("name", Kind.TOO_LONG, 100));
        assertThat(problems(() -> new RenameList(TEAM, LIST, "a\0")))
                .containsExactly(new FieldProblem("name", Kind.UNSTORABLE, 0));
    }

    @Test
    void only_an_address_is_invited_by_mail() {
        assertThat(problems(() -> invite("bob@example.org"))).isEmpty();
        assertThat(problems(() -> invite("bob"))).containsExactly(new FieldProblem("email", Kind.NOT_AN_EMAIL, 0));
    }

    @Test
    void whose_a_personal_workspace_is_its_id_tells() {
        var ann = UserId.next();

        assertThat(WorkspaceId.personalOf(ann).isPersonalOf(ann)).isTrue();
        assertThat(WorkspaceId.personalOf(ann).isPersonalOf(UserId.next())).isFalse();
        assertThat(TEAM.isPersonalOf(ann)).isFalse();
    }

    private static InviteByMail invite(String email) {
        return new InviteByMail(TEAM, InvitationId.next(), email, WorkspaceRole.EDITOR);
    }
}
