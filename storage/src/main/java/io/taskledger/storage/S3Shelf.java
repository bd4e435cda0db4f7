package io.taskledger.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Contents in a bucket, under the same names as in a folder. */
final class S3Shelf implements Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(S3Shelf.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final S3Client s3;
    private final String bucket;

    S3Shelf(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Looks for the bucket. A server that does not answer just now is no reason not to start, one that refuses is.
     *
     * @throws StoreUnavailable where there is no such bucket, or the key does not open it
     */
    static S3Shelf open(S3Settings settings) {
        var shelf = new S3Shelf(client(settings), settings.bucket());
        try {
            shelf.s3.headBucket(ask -> ask.bucket(settings.bucket()));
        } catch (SdkClientException away) {
            LOG.warn("The bucket of TASKLEDGER_S3_BUCKET does not answer: {}", away.getMessage());
        } catch (SdkException refused) {
            throw StoreUnavailable.bucket(refused);
        }
        return shelf;
    }

    private static S3Client client(S3Settings settings) {
        var credentials = AwsBasicCredentials.create(settings.key(), settings.secret());
        var client = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE))
                // Other servers do not know Amazon's newer checksums; ours is the name.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.endpoint()
                .ifPresent(endpoint -> client.endpointOverride(endpoint).forcePathStyle(true));
        return client.build();
    }

    @Override
    public void place(Path file, ContentDigest digest) {
        asking(() -> s3.putObject(put -> put.bucket(bucket).key(digest.place()), RequestBody.fromFile(file)));
    }

    @Override
    public Optional<Lying> open(ContentDigest digest) {
        return asking(() -> {
            try {
                var stream = s3.getObject(get -> get.bucket(bucket).key(digest.place()));
                return Optional.of(new Lying(stream.response().contentLength(), stream));
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(ContentDigest digest) {
        asking(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(digest.place())));
    }

    @Override
    public Stream<KeptContent> keptBefore(Instant instant) {
        return asking(() -> s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .filter(object -> object.lastModified().isBefore(instant))
                .flatMap(S3Shelf::kept));
    }

    /** The protocol has no such deletion: between the look and the deletion is the time of one request. */
    @Override
    public boolean discard(ContentDigest digest, Instant keptBefore) {
        return asking(() -> {
            try {
                var head = s3.headObject(ask -> ask.bucket(bucket).key(digest.place()));
                if (!head.lastModified().isBefore(keptBefore)) {
                    return false;
                }
                s3.deleteObject(delete -> delete.bucket(bucket).key(digest.place()));
                return true;
            } catch (NoSuchKeyException gone) {
                return false;
            }
        });
    }

    /** An object is there, or it is not. */
    @Override
    public void putBack() {}

    /** Nothing for objects that are not ours. */
    private static Stream<KeptContent> kept(S3Object object) {
        var name = object.key().substring(object.key().lastIndexOf('/') + 1);
        return ContentDigest.parse(name).stream()
                .filter(digest -> object.key().equals(digest.place()))
                .map(digest -> new KeptContent(digest, object.size(), object.lastModified()));
    }

    private static <T> T asking(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException failed) {
            throw StoreUnavailable.bucket(failed);
        }
    }
}
