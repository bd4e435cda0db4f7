package io.taskledger.ui.parts;

/** For a field that is open for a moment only: Enter saves and leaves it, Escape gives up ({@code give-up}). */
public final class SaveOnEnter {

    public static final String SCRIPT = """
            this.toggleAttribute('gives-up', true);
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && !event.isComposing) event.target.blur();
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              this.dispatchEvent(new CustomEvent('give-up'));
            })""";

    private SaveOnEnter() {}
}
