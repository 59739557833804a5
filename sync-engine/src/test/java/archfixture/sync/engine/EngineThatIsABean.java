package archfixture.sync.engine;

import archfixture.sync.jira.JiraThatKnowsLinear;
import java.sql.Connection;
import org.springframework.archfixture.Bean;

/** Breaks three rules on purpose: it knows a tracker, JDBC and Spring. */
public final class EngineThatIsABean {
  JiraThatKnowsLinear jira;
  Connection connection;
  Bean bean;
}
