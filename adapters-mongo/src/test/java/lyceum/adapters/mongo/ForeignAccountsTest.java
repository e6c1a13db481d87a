package lyceum.adapters.mongo;

import static lyceum.contract.UserFixture.OPENED;
import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lyceum.contract.UserFixture;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts that other programs wrote as we would not: each is there to be seen and deleted, and in nobody's way. */
class ForeignAccountsTest implements UserFixture {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    private static final Object ABSENT = "absent";
    private static final ObjectId ID = new ObjectId(userId(2).value());

    /** Of no use in any field. */
    static final List<Object> NONSENSE = List.of(
            "nonsense",
            "",
            " ",
            5.5,
            true,
            Decimal128.NaN,
            Decimal128.parse("1E+30"),
            List.of("a"),
            new Document("a", 1),
            new ObjectId(),
            new Binary(new byte[3]),
            new BsonTimestamp(3),
            new BsonRegularExpression("x"));

    static final List<String> DECISIVE = List.of("role", "state", "epoch", "version");

    @Override
    public UserRepository users() {
        return MONGO.bean(UserRepository.class);
    }

    private User before;
    private User after;

    @BeforeEach
    void open() {
        before = inserted(user(1, Role.ADMIN));
        after = inserted(user(3, Role.STUDENT));
    }

    private static Document written(String field, Object value) {
        var document = new Document("_id", ID)
                .append("email", "foreign@example.org")
                .append("name", "Foreign")
                .append("role", "admin")
                .append("state", "active")
                .append("password_hash", "$2b$12$bcrypt")
                .append("created_at", SessionDocuments.date(OPENED))
                .append("epoch", 4L)
                .append("version", 5L)
                .append("changed_at", SessionDocuments.date(OPENED));
        if (value.equals(ABSENT)) {
            document.remove(field);
        } else {
            document.put(field, value);
        }
        return document;
    }

    private User foreign(String field, Object value) {
        MONGO.collection(UserDocument.COLLECTION).insertOne(written(field, value));
        return users().find(userId(2)).orElseThrow();
    }

    static Stream<Arguments> anywhere() {
        return Stream.of("email", "name", "role", "state", "password_hash", "created_at", "epoch", "version")
                .flatMap(field -> Stream.concat(NONSENSE.stream(), Stream.of(ABSENT))
                        .map(value -> Arguments.of(field, value)));
    }

    @ParameterizedTest
    @MethodSource("anywhere")
    void itIsFoundListedAndDeletedLikeAnyOther(String field, Object value) {
        var foreign = foreign(field, value);
        assertThat(users().findAll(List.of(before.id(), foreign.id(), after.id())))
                .containsExactlyInAnyOrder(before, foreign, after);
        assertThat(users().list(null, 9, null)).containsExactly(before, foreign, after);
        assertThat(users().anyOtherOf(Role.ADMIN, before.id())).isEqualTo(foreign.isActive());

        var deleted = foreign.deleted();
        assertThat(users().replace(deleted, foreign.version())).isTrue();
        assertThat(users().find(foreign.id())).contains(deleted);
        assertThat(users().list(null, 9, null)).containsExactly(before, after);
    }

    static Stream<Arguments> decisive() {
        return DECISIVE.stream().flatMap(field -> NONSENSE.stream().map(value -> Arguments.of(field, value)));
    }

    @ParameterizedTest
    @MethodSource("decisive")
    void whoseRightsMeanNothingHasNone(String field, Object value) {
        var foreign = foreign(field, value);
        assertThat(foreign.state()).isEqualTo(AccountState.DISABLED);
        assertThat(foreign.role()).isEqualTo(Role.STUDENT);
        assertThat(users().findByEmail(new Email("foreign@example.org"))).contains(foreign);
        assertThat(users().anyOtherOf(Role.ADMIN, before.id())).isFalse();
    }

    /** A repair outranks what was known, and revokes what was issued before. */
    @ParameterizedTest
    @FieldSource("DECISIVE")
    void itCanBeRepaired(String field) {
        var foreign = foreign(field, "nonsense");
        var repaired = foreign.withRole(Role.INSTRUCTOR).withState(AccountState.ACTIVE);
        assertThat(users().replace(repaired, foreign.version())).isTrue();
        assertThat(users().find(foreign.id())).contains(repaired);
        assertThat(repaired.epoch()).isGreaterThanOrEqualTo(4);
        assertThat(repaired.version()).isGreaterThan(5);
        assertThat(users().replace(repaired, foreign.version())).as("again").isFalse();
    }

    /** The rules are for input: whoever has such a name goes on having it. */
    @Test
    void whatBreaksARuleOfInputIsAsItIs() {
        var foreign = foreign("name", " with a space before it ");
        assertThat(foreign.name()).isEqualTo(" with a space before it ");
        assertThat(foreign.isActive()).isTrue();
        assertThat(users().findByEmail(foreign.email())).contains(foreign);
        assertThat(foreign.passwordHash()).isEqualTo(new PasswordHash("$2b$12$bcrypt"));
    }

    @Test
    void anAddressThatIsNoneIsShownAsSuchAndLeftAlone() {
        var foreign = foreign("email", "who am i");
        assertThat(foreign.email()).isEqualTo(new Email(userId(2) + "@unreadable.invalid"));
        assertThat(foreign.isActive()).isTrue();
        users().replace(foreign.withRole(Role.STUDENT), foreign.version());
        assertThat(Objects.requireNonNull(
                MONGO.collection(UserDocument.COLLECTION).find(new Document("_id", ID)).first()))
                .containsEntry("email", "who am i")
                .containsEntry("role", "student");
    }

    @Test
    void whatHasNoIdOfAnAccountIsNone() {
        for (Object id : List.of("id", 5, new Document("a", 1))) {
            MONGO.collection(UserDocument.COLLECTION)
                    .insertOne(written("email", "e" + id + "@example.org").append("_id", id));
        }
        assertThat(users().list(null, 9, null)).containsExactly(before, after);
        assertThat(users().findByEmail(new Email("eid@example.org"))).isEmpty();
        assertThat(users().anyOtherOf(Role.ADMIN, before.id())).isFalse();
    }
}
