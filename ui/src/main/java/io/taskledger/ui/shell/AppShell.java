package io.taskledger.ui.shell;

import java.util.Map;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around the pages: theme, icons, and the live connection. */
@Push
@ColorScheme(ColorScheme.Value.SYSTEM)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet(StaticParts.STYLES)
@StyleSheet(StaticParts.SCREENS)
@StyleSheet(StaticParts.HISTORY)
@StyleSheet(StaticParts.PAST)
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings page) {
        page.setPageTitle("Taskledger");
        page.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        page.addLink("icons/favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml", "sizes", "any"));
        page.addFavIcon("icon", "icons/favicon-32.png", "32x32");
        page.addFavIcon("apple-touch-icon", "icons/icon-180.png", "180x180");
        page.addMetaTag("description", "Tasks whose whole history is kept");
        page.addMetaTag("application-name", "Taskledger");
    }
}
