package tandem.app.lifecycle;

import org.springframework.data.repository.CrudRepository;

/** The framework asks for whole repositories and uses two methods: the others are closed. */
abstract class NarrowRepository<T> implements CrudRepository<T, String> {
  private static UnsupportedOperationException closed() {
    return new UnsupportedOperationException("tenants are found and saved one at a time");
  }

  @Override
  public <S extends T> Iterable<S> saveAll(Iterable<S> entities) {
    throw closed();
  }

  @Override
  public boolean existsById(String id) {
    return findById(id).isPresent();
  }

  @Override
  public Iterable<T> findAll() {
    throw closed();
  }

  @Override
  public Iterable<T> findAllById(Iterable<String> ids) {
    throw closed();
  }

  @Override
  public long count() {
    throw closed();
  }

  @Override
  public void deleteById(String id) {
    throw closed();
  }

  @Override
  public void delete(T entity) {
    throw closed();
  }

  @Override
  public void deleteAllById(Iterable<? extends String> ids) {
    throw closed();
  }

  @Override
  public void deleteAll(Iterable<? extends T> entities) {
    throw closed();
  }

  @Override
  public void deleteAll() {
    throw closed();
  }
}
