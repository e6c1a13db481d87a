package lyceum.architecture.broken.bootstrap;

import com.mongodb.client.MongoClient;
import io.micronaut.data.repository.GenericRepository;
import org.apache.lucene.analysis.Analyzer;
import org.bson.Document;
import org.tartarus.snowball.SnowballStemmer;

record UsesMongo(
        MongoClient client,
        GenericRepository<Document, String> documents,
        Analyzer analyzer,
        SnowballStemmer stemmer) {}
