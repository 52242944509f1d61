using System.Globalization;
using Gongkai.UseCases;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>一张表单填来的。取的时候就看写法，不对的记下，最后一起说。</summary>
/// <param name="read">按名字取填的；没有填为空。</param>
public sealed class ActInput(Func<string, string> read)
{
    private readonly List<InputProblem> _problems = [];

    /// <summary>写法不对的各项。</summary>
    public IReadOnlyList<InputProblem> Problems => _problems;

    /// <summary>文字，首尾空白去掉。</summary>
    public string Text(string name)
    {
        var text = read(name).Trim();
        if (!PlainText.Holds(text) && !_problems.Any(p => p.Field == name))
        {
            _problems.AddRange(PlainText.Problems(name, text));
        }

        return text;
    }

    /// <summary>一行一项，空行不要。</summary>
    public IReadOnlyList<string> Lines(string name) => Text(name).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>勾了。</summary>
    public bool Is(string name) => read(name) == "true";

    /// <summary>日子；必填。</summary>
    public DateOnly Day(string name, string label)
    {
        if (OptionalDay(name, label) is { } day)
        {
            return day;
        }

        if (!_problems.Any(p => p.Field == name))
        {
            _problems.Add(new InputProblem(name, $"请填写{label}。"));
        }

        return default;
    }

    /// <summary>日子；可以空着。</summary>
    public DateOnly? OptionalDay(string name, string label)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
        {
            return day;
        }

        _problems.Add(new InputProblem(name, $"{label}的写法不对，应像 2026-03-02。"));
        return null;
    }

    /// <summary>整数；必填。</summary>
    public int Number(string name, string label)
    {
        if (int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _problems.Add(new InputProblem(name, $"请用数字填写{label}。"));
        return 0;
    }

    /// <summary>几种里的一种；必选。</summary>
    public T One<T>(string name, string label)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(Text(name), out var chosen) && Enum.IsDefined(chosen) && !char.IsAsciiDigit(Text(name)[0]))
        {
            return chosen;
        }

        _problems.Add(new InputProblem(name, $"请选择{label}。"));
        return default;
    }

    /// <summary>列出的几个里的一个；必选。</summary>
    public string OneOf(string name, string label, IEnumerable<string> values)
    {
        var chosen = Text(name);
        if (chosen.Length > 0 && values.Contains(chosen, StringComparer.Ordinal))
        {
            return chosen;
        }

        _problems.Add(new InputProblem(name, $"请选择{label}。"));
        return "";
    }

    /// <summary>有写法不对的就抛出。</summary>
    public void ThrowIfAny() => BadInputException.ThrowIfAny(_problems);
}
