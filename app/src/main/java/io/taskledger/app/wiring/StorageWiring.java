package io.taskledger.app.wiring;

import java.time.Clock;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.storage.FileStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where contents of files are kept. */
@Configuration(proxyBeanMethods = false)
class StorageWiring {

    @Bean
    FileStore fileStore(TaskledgerSettings settings) {
        return FileStore.open(settings.files());
    }

    @Bean
    UploadSweep uploadSweep(FileStore files, Clock clock) {
        return new UploadSweep(files, clock);
    }
}
