namespace Gongkai.Core.Requests.Clock;

/// <summary>延长答复期限（《条例》第三十三条）。</summary>
/// <param name="WorkingDays">延长几个工作日。</param>
/// <param name="ApprovedBy">同意延长的公开工作机构负责人；空白为没有写明，不许延长。</param>
public sealed record Extension(int WorkingDays, string ApprovedBy);
