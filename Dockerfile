# The product in a container. Its database is another one: docker-compose.yml puts the two together.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress --quiet --projects app --also-make package \
      -Dmaven.test.skip=true -Dspotless.check.skip=true \
 && java -Djarmode=tools -jar app/target/taskledger.jar extract --destination /taskledger \
 && cp app/java-options /taskledger/java-options

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 taskledger \
 && useradd --system --uid 10001 --gid taskledger --create-home --home-dir /home/taskledger taskledger \
 && mkdir -p /data/backups /files \
 && chown -R taskledger:taskledger /data /files
COPY --from=build /taskledger /taskledger
# A start on data that are thrown away leaves what makes later starts fast; where it fails, they are slower, no more.
RUN mkdir /practice /fast \
 && chown taskledger /practice /fast
USER taskledger
RUN XDG_CACHE_HOME=/practice/cache TASKLEDGER_PORT=0 \
    java @/taskledger/java-options -XX:AOTCacheOutput=/fast/start.aot \
      -Dtaskledger.home=/practice -jar /taskledger/taskledger.jar practise \
 || echo "No start cache could be made: starts take some seconds longer." \
 && rm -rf /practice/*
WORKDIR /home/taskledger
ENV TASKLEDGER_DATA=/data \
    TASKLEDGER_ADDRESS=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --start-interval=1s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TASKLEDGER_PORT:-8080} && printf 'GET /ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "@/taskledger/java-options", "-XX:AOTCache=/fast/start.aot", "-jar", "/taskledger/taskledger.jar"]
