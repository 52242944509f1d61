namespace Gongkai.Storage.Rows;

/// <summary>文书的状态。</summary>
public enum LetterState
{
    /// <summary>已发出。</summary>
    Issued,

    /// <summary>已作废，编号不再用。</summary>
    Void,
}
