package io.taskledger.ui.exchange;

import java.util.List;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImportViewTest extends ScreenTest {

    @BeforeEach
    void open() {
        UI.getCurrent().navigate("import");
        roundTrip();
    }

    @Test
    void a_board_can_bring_its_history() {
        assertThat(heading()).isEqualTo("From Trello");
        assertThat(part(Checkbox.class, "import-history").getValue()).isFalse();
        assertThat(accepted()).containsExactly(".json");
    }

    @Test
    void a_table_has_none() {
        choose("From a table (CSV)");
        assertThat(heading()).isEqualTo("From a table (CSV)");
        assertThat(find(Checkbox.class)
                        .withAttribute("data-testid", "import-history")
                        .all())
                .noneMatch(Checkbox::isVisible);
        assertThat(accepted()).containsExactly(".csv");

        choose("From Todoist");
        assertThat(heading()).isEqualTo("From Todoist");

        choose("From Trello");
        assertThat(part(Checkbox.class, "import-history").isVisible()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private void choose(String format) {
        Select<ImportFormat> select = part(Select.class, "import-format");
        test(select).selectItem(format);
    }

    private String heading() {
        return find(H2.class).all().getFirst().getText();
    }

    private List<String> accepted() {
        return part(Upload.class, "import-upload").getAcceptedFileExtensions();
    }
}
