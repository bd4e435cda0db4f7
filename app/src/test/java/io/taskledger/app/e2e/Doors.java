package io.taskledger.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every address that a screen has, as the screens themselves say it. */
final class Doors {

    private Doors() {}

    /**
     * One of them.
     *
     * @param template with its parameters, as {@code :name}
     * @param open whether it is for strangers, too
     */
    record Door(String template, boolean open) {

        /**
         * Every address of it with these things in place of its parameters, and without those that may be left out.
         *
         * @param things what a parameter of a name may stand for
         * @throws AssertionError where nobody has said yet what that is
         */
        List<String> addresses(Map<String, List<String>> things) {
            var addresses = List.of("");
            for (var segment : template.split("/")) {
                addresses = addresses.stream()
                        .flatMap(before -> following(segment, things).map(next -> before + next))
                        .toList();
            }
            return addresses;
        }

        private Stream<String> following(String segment, Map<String, List<String>> things) {
            if (!segment.startsWith(":")) {
                return Stream.of("/" + segment);
            }
            var name = segment.replaceAll("[:?]", "");
            if (!things.containsKey(name)) {
                throw new AssertionError(template + " names a " + name + ": say in Estate what that may stand for");
            }
            var named = things.get(name).stream().map(thing -> "/" + thing);
            return segment.endsWith("?") ? Stream.concat(Stream.of(""), named) : named;
        }
    }

    /** All, the open ones too. */
    static List<Door> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var doors = new ArrayList<Door>();
        for (var found : scanner.findCandidateComponents("io.taskledger.ui")) {
            var view = load(found.getBeanClassName());
            var open = view.isAnnotationPresent(AnonymousAllowed.class);
            doors.add(new Door(view.getAnnotation(Route.class).value(), open));
            for (var alias : view.getAnnotationsByType(RouteAlias.class)) {
                doors.add(new Door(alias.value(), open));
            }
        }
        return doors;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
