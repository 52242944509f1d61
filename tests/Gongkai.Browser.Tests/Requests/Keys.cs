namespace Gongkai.Browser.Tests.Requests;

/// <summary>键盘走得到哪里、走到了看不看得见：各页面测试共用的脚本。</summary>
internal static class Keys
{
    // 该走得到的：一组单选只算一个；停用的、收起的不算。走到之前的样子先记下：走到之后要变，才叫看得见。
    private const string Common = """
        const interactive = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
        const dressed = e => {
            document.getAnimations().forEach(a => a.finish());
            return [e, ...(e.labels ?? []), e.parentElement].flatMap(x => [null, '::before', '::after'].map(p => {
                const s = getComputedStyle(x, p);
                return { outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 ? s.outlineStyle + s.outlineWidth + s.outlineColor : '', shadow: s.boxShadow };
            }));
        };
        const changed = (rest, now) => now.some((n, i) => (n.outline !== '' && n.outline !== rest[i]?.outline) || (n.shadow !== 'none' && n.shadow !== rest[i]?.shadow));
        const inside = e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth; };
        const controls = () => {
            document.activeElement?.blur();
            const groups = new Map();
            return [...document.querySelectorAll(interactive)].filter(e => !e.disabled && e.checkVisibility() && !e.closest('[aria-hidden=true]')).map(e => {
                const group = e.type === 'radio' ? `${e.name}/${e.form?.id ?? ''}` : e;
                if (!groups.has(group)) { groups.set(group, groups.size); }
                return { e, index: groups.get(group), rest: dressed(e) };
            });
        };
        const told = e => e.outerHTML.slice(0, 150);
        """;

    /// <summary>不按键，一次看完一页：每一个都接得住焦点、看得出来，没有抢先的、走不到的。没有毛病为空。</summary>
    public const string Focus = $$"""
        () => {
            {{Common}}
            const wrong = [];
            for (const { e, rest } of controls()) {
                if (e.tabIndex > 0) { wrong.push('jumps the queue: ' + told(e)); }
                if (e.tabIndex < 0 || e.closest('details[tabindex="-1"]')) { wrong.push('cannot be reached: ' + told(e)); continue; }
                e.focus();
                if (document.activeElement !== e) { wrong.push('takes no focus: ' + told(e)); }
                else if (!changed(rest, dressed(e))) { wrong.push('focus cannot be seen: ' + told(e)); }
                else if (!inside(e)) { wrong.push('focus is off the screen: ' + told(e)); }
            }
            document.activeElement?.blur();
            scrollTo(0, 0);
            return wrong.join('\n  ');
        }
        """;

    /// <summary>编上号，记下走到之前的样子；给出各号是什么。</summary>
    public const string Mark = $$"""
        () => {
            {{Common}}
            window.walk = { all: controls(), changed, dressed, inside };
            const names = [];
            for (const { e, index } of window.walk.all) { names[index] ??= told(e); }
            return names;
        }
        """;

    /// <summary>此刻在几号，看得见没有；不在任何一个上为 -1。</summary>
    public const string Here = """
        () => {
            const { all, changed, dressed, inside } = window.walk;
            const here = all.find(c => c.e === document.activeElement);
            return here ? { index: here.index, shown: inside(here.e) && changed(here.rest, dressed(here.e)) } : { index: -1, shown: true };
        }
        """;
}
