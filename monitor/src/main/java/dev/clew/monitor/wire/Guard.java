// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Role;
import dev.clew.monitor.Target;
import java.io.IOException;

/**
 * The target as one client may ask it: within its role, with every act written down before it is done.
 *
 * @param target who answers this client alone
 * @param role what the client is allowed
 * @param user who the client is
 * @param audit where acts are written down
 */
record Guard(Target target, Role role, String user, AuditLog audit) implements Target {

    private static final String REPORT = "ask again, and report it if it stays";

    @Override
    public Answer ask(Question question) throws Refusal {
        if (!role.allows(question.role())) {
            throw Refusal.absent("this connection may " + role.word() + ", not " + question.role().word(),
                    "ask over the target's own socket, or start it with listen-role=" + question.role().word());
        }
        if (question.acts()) {
            note(question);
        }
        try {
            return target.ask(question);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.absent("Clew failed inside the target (" + e + ")", REPORT);
        }
    }

    private void note(Question act) throws Refusal {
        try {
            audit.append(user, act);
        } catch (IOException e) {
            // Leaving is always possible; nothing else happens unwritten.
            if (!(act instanceof Question.Detach)) {
                throw Refusal.absent("the audit log can't be written (" + SocketDirectory.brief(e) + ")",
                        "make room in the socket directory, or detach");
            }
        }
    }

    @Override
    public void close() {
        target.close();
    }
}
