using System.Globalization;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>一件事的表单：叫什么、填什么、填完成为哪个 <see cref="RequestAct"/>。</summary>
public abstract class ActForm
{
    /// <summary>地址里的一段。</summary>
    public abstract string Key { get; }

    /// <summary>名称，也是按钮上的字。</summary>
    public abstract string Title { get; }

    /// <summary>一句话：依据哪一条，做了会怎样。</summary>
    public abstract string About { get; }

    /// <summary>各项；日子一项不在内，人人都有。</summary>
    public virtual IReadOnlyList<ActField> Fields(ActScene scene) => [];

    /// <summary>表上面的话；平常就是 <see cref="About"/>，要写出这一件的情形的另写。</summary>
    public virtual string AboutIn(ActScene scene) => About;

    /// <summary>问不问日子：负责人自己的决定只能是今天，不问。</summary>
    public virtual bool AsksDay => true;

    /// <summary>日子的标签。</summary>
    public virtual string DayLabel => "日期";

    /// <summary>日子的说明。</summary>
    public virtual string? DayHint => "可以补记过去的一天，不能是将来。";

    /// <summary>填成的事。</summary>
    public abstract RequestAct Read(ActInput input, ActScene scene);

    /// <summary>平常的填法，用来看此刻能不能做。</summary>
    public abstract RequestAct Probe(CaseView view);

    /// <summary>做了会出文书。</summary>
    public virtual bool SendsLetter(CaseView view) => Probe(view).Letter is not null;

    /// <summary>记的是申请人做的、过了期限就不算数的事（缴费、补正）：今天才知道，也许早就按时做了。</summary>
    public virtual bool RecordsAnothersAct => false;

    /// <summary>为什么此刻不能做；空表示可以，或者可以补记从前的一天（<see cref="InTimeUntil"/>）。</summary>
    public IReadOnlyList<string> WhyNot(CaseView view, Actor actor) => InTimeUntil(view, actor) is null ? view.WhyNot(Probe(view), actor) : [];

    /// <summary>今天才做的已经迟了，从前做的还可以补记：到哪一天为止（含）做的算数。别的情形为 null。</summary>
    public DateOnly? InTimeUntil(CaseView view, Actor actor) =>
        RecordsAnothersAct && view.Request.Last.On is var last && view.Clock.LatestOn < view.Today
        && view.WhyNot(Probe(view), actor).Count > 0 && view.WhyNot(Probe(view with { Today = last }), actor).Count == 0 ? view.Clock.LatestOn : null;

    /// <summary>给表单填好的数。</summary>
    protected static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>填表时看得到的。</summary>
/// <param name="View">申请。</param>
/// <param name="SameApplicant">同一申请人在本机关没有答复的别的申请；并案时才查。</param>
public sealed record ActScene(CaseView View, IReadOnlyList<SimilarRequest> SameApplicant);
