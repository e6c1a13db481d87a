package lyceum.architecture.broken.bootstrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.nimbusds.jwt.SignedJWT;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.web.router.Router;
import org.yaml.snakeyaml.Yaml;

record UsesHttp(
        JsonFactory json,
        SignedJWT jwt,
        Zxcvbn guesses,
        Argon2Function hash,
        CsvRecord row,
        HttpRequest<?> request,
        Claims claims,
        Router router,
        Yaml yaml) {}
