package lyceum.adapters.mongo;

import io.micronaut.data.mongodb.annotation.MongoRepository;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.bson.types.ObjectId;

/** Micronaut Data writes the queries. */
@MongoRepository
interface UserDocuments extends GenericRepository<UserDocument, ObjectId> {

    Optional<UserDocument> findById(ObjectId id);

    Optional<UserDocument> findByEmail(String email);

    boolean existsByRole(String role);

    UserDocument save(UserDocument user);
}
