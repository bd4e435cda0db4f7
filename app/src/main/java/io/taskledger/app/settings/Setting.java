package io.taskledger.app.settings;

import java.util.List;

/** Every setting there is: its name, its default and what it is for. The README's table is made from these. */
public enum Setting {
    PORT("8080", "Port of the web server. `PORT` is understood too."),
    ADDRESS("127.0.0.1 with the embedded database, else 0.0.0.0", "Address that the web server binds to."),
    DATA("./data", "Folder of the embedded database, the keys and the logs. Back it up; keep it private."),
    DATABASE_URL(
            "none: an embedded PostgreSQL in the data folder",
            "An own PostgreSQL 17 or newer: `jdbc:postgresql://host/name` or `postgres://user:password@host/name`."
                    + " `DATABASE_URL` is understood too."),
    DATABASE_USER("from the URL", "Who connects to an own PostgreSQL."),
    DATABASE_PASSWORD("from the URL", "Their password."),
    DATABASE_APPENDER_PASSWORD(
            "none",
            "Of an own PostgreSQL's role `…_appender`, which then signs in itself. Without it `DATABASE_USER` takes that role."),
    DATABASE_READER_PASSWORD("none", "The same of `…_reader`. Both or none."),
    DEMO(
            "on with the embedded database, else off",
            "`on` makes the account `demo` with password `demo1234` and a board ready at every start; `off` lets nobody in by that"
                    + " password, whoever made the account."),
    PUBLIC_URL("http://localhost:PORT", "Address under which people reach the product; links and cookies go by it."),
    PROXIES(
            "none",
            "Addresses or networks, such as `10.0.0.0/8`, of the reverse proxies in front, separated by commas. Only they are"
                    + " believed when they say for whom they ask, over what, and by which `X-Request-Id`."),
    CORS_ORIGINS("none", "Origins of other web clients that may use the REST API, separated by commas."),
    HOSTS(
            "that of the public address",
            "More names or addresses that the product answers under, separated by commas. Those of this machine itself,"
                    + " such as `localhost`, always do; `*` is any."),
    MASTER_KEY(
            "made at the first start: `keys/master.key` in the data folder",
            "32 bytes in hexadecimal or Base64, from which all other keys come. Nodes share it. Keep a copy apart."),
    SMTP_HOST(
            "none: each mail is an `.eml` file in `mail` in the data folder", "Server that takes the product's mail."),
    SMTP_PORT("587; 465 with `tls`, 25 with `none`", "Its port."),
    SMTP_USER("none", "Who signs in to it."),
    SMTP_PASSWORD("none", "Their password."),
    SMTP_TLS(
            "auto",
            "`starttls`; `tls` from the first byte on; `none`; `auto` is `starttls` where the server offers it, and"
                    + " never sends a password without."),
    MAIL_FROM(
            "`Taskledger <taskledger@HOST>` of the public address",
            "Who mails come from: an address that the server may send for."),
    PASSWORD_MIN_LENGTH("8", "Shortest password that registration takes, 8 to 64."),
    FILES("the folder `files` in the data folder", "Folder of the contents of files. Nodes share it, or a bucket."),
    FILE_LIMIT("10485760", "Most bytes of a file."),
    FILE_TYPES(
            ".jpg .jpeg .png .gif .pdf .txt .doc .docx",
            "Extensions of files that people may add; what is in a file must fit its extension."),
    S3_BUCKET("none: files are in the folder", "Bucket for the contents of files, on a server that speaks S3."),
    S3_ENDPOINT("Amazon's", "Address of that server; the bucket is named in the path."),
    S3_REGION("us-east-1", "Region of the bucket."),
    S3_KEY("none", "Id of the access key to the bucket."),
    S3_SECRET("none", "Its secret."),
    BACKUPS(
            "the folder `backups` in the data folder",
            "Folder of the backups and of the embedded database's log. Best on another disk; keep it private."),
    BACKUP_AT("03:00", "When a backup is made each day, such as `03:00`, UTC; `off`: only by `taskledger backup`."),
    BACKUP_KEEP("7", "How many backups are kept, 1 to 366; with them what is needed for any instant since the oldest."),
    RATE_LIMITS("on", "`off` lets everybody do everything as often as they like."),
    LIMIT_REGISTER(
            "10/h", "Accounts that may be made from one address: so many in a second, minute, hour or day; or `off`."),
    LIMIT_LOGIN("5/m", "Sign-ins from one address, right or wrong."),
    LIMIT_LOGIN_ACCOUNT("5/m", "Sign-ins to one account from anywhere, right or wrong."),
    LIMIT_REFRESH("20/m", "Sessions that programs may renew from one address."),
    LIMIT_RESET("1/m", "Requests from one address to reset a password."),
    LIMIT_TASKS("100/h", "Tasks that one person may create over REST, one by one."),
    LIMIT_FILES("20/h", "Files that one person may upload over REST."),
    DRAIN(
            "5 in production, else 0",
            "Seconds, up to 60, that a node that is told to stop still serves while its `/ready` says 503, so that a proxy"
                    + " has noticed before anything is refused."),
    LOG_FORMAT(
            "json in production, else text",
            "Form of the log: `text`, or `json`, a line of JSON (Elastic Common Schema) for each event."),
    LOG_FILE(
            "`logs/taskledger.log` in the data folder in production, else off",
            "File that the log is kept in beside standard output; a new one each day and after 10 MB, at most 14 days and"
                    + " 200 MB of them. `off`: standard output alone."),
    TRACES_URL(
            "none: nothing is traced",
            "Where traces go by OpenTelemetry's protocol over HTTP, such as `http://localhost:4318/v1/traces`."),
    TRACES_SHARE("1", "How many of the requests are traced, from 0 to 1."),
    ERROR_REPORT_DSN(
            "none: nothing is reported",
            "DSN of a server that takes error reports by Sentry's protocol. Reports have no words that people wrote."),
    PROFILE("development", "`development` or `production`. The latter refuses to start with what only suits a trial.");

    static final String PREFIX = "TASKLEDGER_";

    private final String fallback;
    private final String meaning;

    Setting(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** As in the environment: {@code TASKLEDGER_PORT}. */
    public String key() {
        return PREFIX + name();
    }

    /** What hosting platforms call it; empty for most. */
    public List<String> aliases() {
        return switch (this) {
            case PORT, DATABASE_URL -> List.of(name());
            default -> List.of();
        };
    }

    /** Whether the value may hold a secret, so that no message may show it. */
    public boolean secret() {
        return switch (this) {
            case MASTER_KEY,
                    DATABASE_URL,
                    DATABASE_PASSWORD,
                    DATABASE_APPENDER_PASSWORD,
                    DATABASE_READER_PASSWORD,
                    S3_KEY,
                    S3_SECRET,
                    SMTP_PASSWORD,
                    ERROR_REPORT_DSN -> true;
            default -> false;
        };
    }

    /** The default in words, as the documentation has it. */
    public String fallback() {
        return fallback;
    }

    /** One sentence or two, in Markdown. */
    public String meaning() {
        return meaning;
    }
}
