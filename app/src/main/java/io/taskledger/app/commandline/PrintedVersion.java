package io.taskledger.app.commandline;

import io.taskledger.app.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class PrintedVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"taskledger " + Version.text()};
    }
}
