namespace Gongkai.Letters.Facts;

/// <summary>答复书经过里的一次征求意见。</summary>
/// <param name="On">发出征求意见书之日。</param>
/// <param name="Party">征求谁的意见：第三方、共同制作机关、其他机关；不写第三方姓名。</param>
/// <param name="Silence">对方逾期没有提出意见的，依法怎样看待，一句话不带句末标点；答复了的、还没有到期的为 null。</param>
public sealed record ConsultationEntry(DateOnly On, string Party, string? Silence = null);
