using Gongkai.UseCases;
using Gongkai.Workbench.Cases.Acts;

namespace Gongkai.Workbench.Cases;

/// <summary>要画出来的一项。</summary>
/// <param name="Field">这一项。</param>
/// <param name="Value">填过的，或者开始时的。</param>
/// <param name="Problems">填错的各项。</param>
public sealed record FieldView(ActField Field, string Value, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>这一项的毛病；没有为 null。</summary>
    public string? Problem => Problems.FirstOrDefault(p => p.Field == Field.Name)?.Message;

    /// <summary>读屏时一起读的说明与错误。</summary>
    public string? DescribedBy => (Field.Hint, Problem) switch
    {
        (null, null) => null,
        (not null, null) => $"{Field.Name}-hint",
        (null, not null) => $"{Field.Name}-error",
        _ => $"{Field.Name}-hint {Field.Name}-error",
    };
}
