package lyceum.adapters.mongo;

import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.mongodb.repository.MongoQueryExecutor;
import io.micronaut.data.repository.GenericRepository;
import org.bson.types.ObjectId;

/** Micronaut Data asks, and makes records of what is found. */
@MongoRepository
interface UserDocuments extends GenericRepository<UserDocument, ObjectId>, MongoQueryExecutor<UserDocument> {}
