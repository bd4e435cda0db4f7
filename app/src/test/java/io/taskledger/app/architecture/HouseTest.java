package io.taskledger.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HouseTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Module.ROOT);

    @ParameterizedTest
    @EnumSource
    void a_module_is_there_to_be_checked(Module module) {
        assertThat(PRODUCT).anyMatch(type -> type.getPackageName().startsWith(module.root()));
    }

    @ParameterizedTest
    @EnumSource
    void a_module_knows_those_only_that_it_may(Module module) {
        module.arrow().check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APP") // which may know all
    void a_planted_arrow_is_caught(Module module) {
        assertCaught(module.arrow(), module.root() + ".planted");
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_of_the_house_holds(HouseRules rule) {
        rule.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_breach_is_caught(HouseRules rule) {
        assertCaught(rule.rule(), rule.plantedIn());
    }

    private static void assertCaught(ArchRule rule, String planted) {
        var breach = new ClassFileImporter().importPackages(planted);
        assertThat(rule.evaluate(breach).getFailureReport().getDetails()).anyMatch(detail -> detail.contains(planted));
    }
}
