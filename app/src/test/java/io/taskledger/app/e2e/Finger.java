package io.taskledger.app.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** One finger, as a touch screen tells the browser of it. */
final class Finger {

    private static final int STEPS = 6;

    private final Page page;
    private final CDPSession screen;
    private double x;
    private double y;

    Finger(Page page) {
        this.page = page;
        this.screen = page.context().newCDPSession(page);
    }

    /** Touches its middle. */
    void touch(Locator what) {
        what.scrollIntoViewIfNeeded();
        var box = what.boundingBox();
        x = box.x + box.width / 2;
        y = box.y + box.height / 2;
        send("touchStart");
    }

    /** Rests where it is until a card is lifted. */
    void liftCard() {
        page.locator(".card-ghost").waitFor();
    }

    /** Slides there, in view of the page. */
    void slide(double toX, double toY) {
        var fromX = x;
        var fromY = y;
        for (int step = 1; step <= STEPS; step++) {
            x = fromX + (toX - fromX) * step / STEPS;
            y = fromY + (toY - fromY) * step / STEPS;
            send("touchMove");
        }
    }

    void letGo() {
        send("touchEnd");
    }

    private void send(String type) {
        var points = new JsonArray();
        if (!type.equals("touchEnd")) {
            var point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", event);
    }
}
