package io.taskledger.ui.projection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Svg;

/** How fast a projection was in the last minutes, as a line. The number beside it says the same. */
final class RateLine extends Svg {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2;

    private List<Double> drawn = List.of();

    RateLine() {
        addClassName("rate-line");
        getElement().setAttribute("aria-hidden", "true");
        setVisible(false);
    }

    /** @param rates of equal lengths of time, oldest first; a line needs two */
    void draw(List<Double> rates) {
        if (rates.equals(drawn)) {
            return;
        }
        drawn = List.copyOf(rates);
        setVisible(rates.size() > 1);
        if (rates.size() > 1) {
            setSvg(picture(rates));
        }
    }

    /** Made of numbers alone. */
    static String picture(List<Double> rates) {
        var most = Math.max(
                1, rates.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        var points = IntStream.range(0, rates.size())
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        WIDTH * at / (rates.size() - 1),
                        HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * rates.get(at) / most))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' width='%.0f' height='%.0f'>"
                        + "<polyline points='%s' fill='none' stroke='currentColor' stroke-width='1.5'"
                        + " stroke-linejoin='round'/></svg>",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                points);
    }
}
