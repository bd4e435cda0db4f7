package io.taskledger.app.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.postgres.ConnectionDetails;

/** All that a database or a folder holds, as text that can be searched: bytes as the characters that they may be. */
public final class Everything {

    private Everything() {}

    /** The cells of all tables that are not PostgreSQL's own, by {@code schema.table.column}. */
    public static Map<String, List<String>> in(ConnectionDetails database) throws SQLException {
        var cells = new LinkedHashMap<String, List<String>>();
        try (var connection = database.connect()) {
            for (var table : tables(connection)) {
                read(connection, table, cells);
            }
        }
        return cells;
    }

    /** Each file below the folder, by its name in there. */
    public static Map<String, String> in(Path folder) {
        var contents = new LinkedHashMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename)
                        from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        order by 1""")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static void read(Connection connection, String table, Map<String, List<String>> cells) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    var text =
                            columns.getColumnTypeName(i).equals("bytea") ? latin(rows.getBytes(i)) : rows.getString(i);
                    cells.computeIfAbsent(table + "." + columns.getColumnName(i), column -> new ArrayList<>())
                            .add(text == null ? "" : text);
                }
            }
        }
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
