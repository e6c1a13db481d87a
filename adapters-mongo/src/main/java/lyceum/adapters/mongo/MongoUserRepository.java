package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.model.UpdateOneModel;
import io.micronaut.data.mongodb.operations.options.MongoFindOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** One document per account, so that every change is atomic without a transaction. */
final class MongoUserRepository implements UserRepository {

    static final Bson IN_ORDER = new Document(Fields.ID, 1);

    private static final ObjectId LEAST = new ObjectId("0".repeat(24));
    private static final int ACTIVE_AT_ONCE = 100;

    private final Prepared<Accounts> accounts;
    private final UserDocuments documents;

    MongoUserRepository(Prepared<Accounts> accounts, UserDocuments documents) {
        this.accounts = accounts;
        this.documents = documents;
    }

    @Override
    public Optional<User> find(UserId id) {
        return find(asked(eq(Fields.ID, objectId(id)), 1)).stream().findFirst();
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return find(asked(eq(UserDocument.EMAIL, email.value()), 1)).stream().findFirst();
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        var distinct = ids.stream().map(MongoUserRepository::objectId).collect(toSet());
        return distinct.isEmpty() ? List.of() : find(asked(in(Fields.ID, distinct), distinct.size()));
    }

    @Override
    public boolean anyOf(Role role) {
        return anyActive(active(role));
    }

    @Override
    public boolean anyOtherOf(Role role, UserId user) {
        return anyActive(and(active(role), ne(Fields.ID, objectId(user))));
    }

    /** Of some, for what cannot be read is active to nobody but the server. */
    private boolean anyActive(Bson filter) {
        return find(asked(filter, ACTIVE_AT_ONCE)).stream().anyMatch(User::isActive);
    }

    /** What has no state is active. */
    static Bson active(Role role) {
        var others = List.of(Names.of(AccountState.DISABLED), Names.of(AccountState.DELETED));
        return and(withId(), eq(UserDocument.ROLE, Names.of(role)), nin(UserDocument.STATE, others));
    }

    @Override
    public List<User> list(@Nullable UserId after, int limit, @Nullable Role role) {
        return find(asked(listed(after, role), limit).sort(IN_ORDER));
    }

    static Bson listed(@Nullable UserId after, @Nullable Role role) {
        var filters = new ArrayList<Bson>();
        filters.add(ne(UserDocument.STATE, Names.of(AccountState.DELETED)));
        if (role != null) {
            filters.add(eq(UserDocument.ROLE, Names.of(role)));
        }
        filters.add(after == null ? withId() : gt(Fields.ID, objectId(after)));
        return and(filters);
    }

    /** Other programs may have given others, which no account can have. */
    private static Bson withId() {
        return gte(Fields.ID, LEAST);
    }

    private static ObjectId objectId(UserId id) {
        return new ObjectId(id.value());
    }

    /** A batch as large as the answer: the default would fetch the rest in a second round trip. */
    private static MongoFindOptions asked(Bson filter, int limit) {
        return new MongoFindOptions()
                .filter(filter)
                .projection(UserDocument.WHOLE)
                .limit(limit)
                .batchSize(limit + 1);
    }

    private List<User> find(MongoFindOptions options) {
        return ask(all -> {
            try {
                return documents.findAll(options).stream().map(UserDocument::user).toList();
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                return readOneByOne(all, options);
            }
        });
    }

    /** One that another program wrote keeps Micronaut Data from reading any. */
    private static List<User> readOneByOne(Accounts all, MongoFindOptions options) {
        return all.users()
                .find(options.getFilter())
                .projection(options.getProjection())
                .sort(options.getSort())
                .limit(requireNonNullElse(options.getLimit(), 0))
                .into(new ArrayList<>())
                .stream()
                .flatMap(document -> UserReader.user(document).stream())
                .toList();
    }

    @Override
    public boolean insert(User user) {
        return write(UserUpdates.insertion(user));
    }

    @Override
    public boolean replace(User user, long replaced) {
        return write(UserUpdates.replacement(user, replaced));
    }

    private boolean write(UpdateOneModel<Document> model) {
        return ask(all -> SingleWrite.isStored(all.users(), model));
    }

    @Override
    public long epochOfEverybody() {
        return ask(all -> all.everybodysEpoch().now());
    }

    @Override
    public long beginEpochOfEverybody() {
        return ask(all -> all.everybodysEpoch().begin());
    }

    private <T> T ask(Function<Accounts, T> question) {
        return Outages.translated(() -> question.apply(accounts.get()), AccountsUnavailable::new);
    }
}
