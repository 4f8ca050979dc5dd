// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.NonBlocking;
import org.junit.jupiter.api.Test;

class KeyboardTest {

    private static List<Key> keys(String typed) throws IOException {
        var keyboard = new Keyboard(NonBlocking.nonBlocking("test", new StringReader(typed)));
        List<Key> keys = new ArrayList<>();
        for (Key key = keyboard.next(1_000); key != Key.Special.INTERRUPT; key = keyboard.next(1_000)) {
            keys.add(key);
        }
        return keys;
    }

    @Test
    void readsCharacters() throws IOException {
        assertThat(keys("a/\u00e9\ud83e\uddf6")).containsExactly(Key.of('a'), Key.of('/'), Key.of('\u00e9'),
                new Key.Typed(0x1F9F6));
    }

    @Test
    void readsSpecialKeysOfBothModes() throws IOException {
        assertThat(keys("\u001b[A\u001bOB\u001b[5~\u001b[6~\u001b[1~\u001bOF\u001b[Z\r\t\u007f")).containsExactly(
                Key.Special.UP, Key.Special.DOWN, Key.Special.PAGE_UP, Key.Special.PAGE_DOWN, Key.Special.HOME,
                Key.Special.END, Key.Special.BACK_TAB, Key.Special.ENTER, Key.Special.TAB, Key.Special.BACKSPACE);
    }

    @Test
    void keepsWhatComesRightAfterAnEscape() throws IOException {
        assertThat(keys("\u001bc\u001b\u001b[B")).containsExactly(Key.Special.ESCAPE, Key.of('c'), Key.Special.ESCAPE,
                Key.Special.DOWN);
    }

    @Test
    void readsAMouse() throws IOException {
        assertThat(keys("\u001b[<0;11;3M\u001b[<0;11;3m\u001b[<64;1;1M\u001b[<65;1;1M\u001b[<2;1;1M")).containsExactly(
                new Key.Click(10, 2), null, new Key.Wheel(-3), new Key.Wheel(3), null);
    }

    @Test
    void takesNoHarmFromGarbage() throws IOException {
        assertThat(keys("\u001b[<;;M\u001b[99999999999999999999999999999999999~x\u001b[?1;2c\u0001")).contains(Key.of('x'))
                .doesNotContain(Key.Special.ENTER);
    }
}
