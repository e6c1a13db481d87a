package lyceum.e2e;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All that a MongoDB holds, as text. */
final class MongoContents implements AutoCloseable {

    private final MongoClient client;

    MongoContents(String uri) {
        client = MongoClients.create(uri);
    }

    /** Every collection by its name. */
    Map<String, String> collections() {
        var texts = new TreeMap<String, String>();
        for (var name : client.listDatabaseNames()) {
            var database = client.getDatabase(name);
            database.listCollectionNames().forEach(each -> texts.put(each, text(database, each)));
        }
        return texts;
    }

    private static String text(MongoDatabase database, String collection) {
        return StreamSupport.stream(database.getCollection(collection).find().spliterator(), false)
                .map(document -> document.toJson() + '\n')
                .collect(Collectors.joining());
    }

    /** Of all accounts that have one. */
    List<String> passwordHashes() {
        var users = client.getDatabase("lyceum").getCollection("users").find();
        return users.map(user -> user.getString("password_hash")).into(new ArrayList<>()).stream()
                .filter(hash -> hash.startsWith("$argon2id$"))
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
