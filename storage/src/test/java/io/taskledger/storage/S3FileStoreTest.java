package io.taskledger.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.adobe.testing.s3mock.S3MockApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import static io.taskledger.storage.Contents.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that speaks the protocol over HTTP. It takes any key: that signatures are right it cannot show. */
class S3FileStoreTest extends FileStoreContract {

    private static final AtomicInteger BUCKETS = new AtomicInteger();

    @TempDir
    private static Path serverFolder;

    private static S3MockApplication server;
    private static URI endpoint;
    private static S3Client client;

    private String bucket = "";

    @BeforeAll
    static void startServer() {
        server = S3MockApplication.start(new HashMap<>(Map.of( // it adds to it
                S3MockApplication.PROP_HTTPS_PORT,
                S3MockApplication.RANDOM_PORT,
                S3MockApplication.PROP_HTTP_PORT,
                S3MockApplication.RANDOM_PORT,
                S3MockApplication.PROP_SILENT,
                true,
                "com.adobe.testing.s3mock.store.root",
                serverFolder.toString(),
                "com.adobe.testing.s3mock.max-payload-size",
                "64MB")));
        endpoint = URI.create("http://127.0.0.1:" + server.getHttpPort());
        client = S3Client.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .build();
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.stop();
    }

    @Override
    protected FileStore open() {
        bucket = "files-" + BUCKETS.incrementAndGet();
        client.createBucket(create -> create.bucket(bucket));
        return FileStore.open(settings(endpoint, bucket));
    }

    @Override
    protected void damage(ContentDigest digest, byte[] other) {
        client.putObject(put -> put.bucket(bucket).key(digest.place()), RequestBody.fromBytes(other));
    }

    @Test
    void what_else_is_in_the_bucket_is_no_content() throws IOException {
        var digest = store.keep(upload("a.txt", Contents.TEXT)).digest();
        client.putObject(put -> put.bucket(bucket).key("README"), RequestBody.fromString("mine"));
        client.putObject(put -> put.bucket(bucket).key("backup/" + digest), RequestBody.fromString("mine"));

        try (var all = store.keptBefore(LATER)) {
            assertThat(all).extracting(KeptContent::digest).containsExactly(digest);
        }
    }

    @Test
    void a_bucket_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> FileStore.open(settings(endpoint, "nobodys")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("TASKLEDGER_S3_BUCKET cannot be used");
    }

    @Test
    void a_server_that_does_not_answer_is_told_when_it_is_needed() throws IOException {
        URI nobody;
        try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + unused.getLocalPort());
        }
        var away = FileStore.open(settings(nobody, "files"));

        assertThatThrownBy(() -> away.keep(upload("a.txt", Contents.TEXT))).isInstanceOf(StoreUnavailable.class);
        assertThat(incoming()).isEmpty();
        assertThatCode(() -> away.clearAbandoned(LATER)).doesNotThrowAnyException();
    }

    @Test
    void the_secret_is_in_no_text() {
        assertThat(settings(endpoint, "files").toString()).doesNotContain("hidden");
    }

    private FileSettings settings(URI address, String name) {
        var s3 = new S3Settings(Optional.of(address), name, "us-east-1", "key", "hidden");
        return new FileSettings(folder, FileSettings.DEFAULT_LIMIT, FileSettings.DEFAULT_EXTENSIONS, Optional.of(s3));
    }
}
